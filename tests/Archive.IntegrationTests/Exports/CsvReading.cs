using System.Text;

namespace Archive.IntegrationTests.Exports;

/// <summary>Reads RFC 4180 and nothing looser, as the grammar of the RFC says; knows nothing of who wrote it.</summary>
internal static class CsvReading
{
    public static List<List<string>> Read(string text)
    {
        var (records, at) = (new List<List<string>>(), 0);
        while (at < text.Length)
        {
            var record = new List<string>();
            do
                record.Add(Field());
            while (Takes(","));
            records.Add(record);
            Takes("\r\n").ShouldBeTrue($"a record ends with CR LF at {at}");
        }

        return records;

        bool Takes(string token)
        {
            if (string.CompareOrdinal(text, at, token, 0, token.Length) != 0)
                return false;
            at += token.Length;
            return true;
        }

        string Field()
        {
            var field = new StringBuilder();
            if (!Takes("\""))
            {
                while (at < text.Length && text[at] is not (',' or '\r' or '\n' or '"'))
                    field.Append(text[at++]);
                return field.ToString();
            }

            while (true)
            {
                if (Takes("\"\""))
                    field.Append('"');
                else if (Takes("\""))
                    return field.ToString();
                else
                    field.Append(text[at++]);
            }
        }
    }
}
