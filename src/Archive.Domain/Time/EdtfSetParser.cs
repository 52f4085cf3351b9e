namespace Archive.Domain.Time;

/// <summary>Parses <c>[..]</c> and <c>{..}</c>: members separated by commas, each a date or a range <c>first..last</c>.</summary>
internal static class EdtfSetParser
{
    private const string Range = "..";

    public static EdtfSet? Parse(EdtfReader reader)
    {
        var oneOf = reader.Current == '[';
        var open = reader.Position;
        var close = reader.IndexOf(oneOf ? "]" : "}");
        if (close < 0)
            reader.Fail(open, $"The set is not closed; end it with '{(oneOf ? ']' : '}')}'.");
        else if (!reader.Window(close + 1).AtEnd)
            reader.Fail(close + 1, "Nothing follows a set; mark its members one by one.");
        else if (close == open + 1)
            reader.Fail(close, "The set is empty; write at least one date in it.");
        if (reader.Error is not null)
            return null;

        var members = new List<EdtfSetMember>();
        var start = open + 1;
        while (start <= close)
        {
            var comma = reader.Window(start, close).IndexOf(",");
            var end = comma < 0 ? close : comma;
            if (ParseMember(reader.Window(start, end), isFirst: start == open + 1, isLast: end == close) is not { } member)
                return null;
            members.Add(member);
            start = end + 1;
        }

        var marks = members.Aggregate(Qualification.None, (all, member) => all | member.Qualification);
        return new(marks, oneOf ? BoundsMode.OneOf : BoundsMode.AllOf, members);
    }

    private static EdtfSetMember? ParseMember(EdtfReader member, bool isFirst, bool isLast)
    {
        if (member.AtEnd)
        {
            member.Fail(member.Position, "A member of the set is missing; write a date between two commas.");
            return null;
        }

        if (member.IndexOf("/") is var slash and >= 0)
        {
            member.Fail(slash, "A set has no intervals in it; write first..last.");
            return null;
        }

        var dots = member.IndexOf(Range);
        if (dots < 0)
            return EdtfDateParser.Parse(member) is { } date ? new(date, date, IsRange: false) : null;
        var left = member.Window(member.Position, dots);
        var right = member.Window(dots + Range.Length);
        if (left.AtEnd && right.AtEnd)
            member.Fail(dots, "'..' alone says nothing; write a date before or after it.");
        else if (left.AtEnd && !isFirst)
            member.Fail(dots, "'..' for all that is earlier stands at the start of the set.");
        else if (right.AtEnd && !isLast)
            member.Fail(dots, "'..' for all that is later stands at the end of the set.");
        var first = left.AtEnd || member.Error is not null ? null : EdtfDateParser.Parse(left);
        var last = right.AtEnd || member.Error is not null ? null : EdtfDateParser.Parse(right);
        if (member.Error is null && first is not null && last is not null)
            CheckRange(member, first, last, dots);
        return member.Error is null ? new(first, last, IsRange: true) : null;
    }

    private static void CheckRange(EdtfReader member, EdtfDate first, EdtfDate last, int dots)
    {
        if (first.Precision != last.Precision)
            member.Fail(dots, "Both ends of '..' are of one precision: two years, two months or two days.");
        else if (last.Meaning.Hull.End <= first.Meaning.Hull.Start)
            member.Fail(dots, "The range ends before it starts; write the earlier date first.");
    }
}
