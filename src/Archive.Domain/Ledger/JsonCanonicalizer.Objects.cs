using System.Buffers;

namespace Archive.Domain.Ledger;

/// <summary>Objects: members are written as they are read, and moved into order afterwards only where they were not.</summary>
internal ref partial struct JsonCanonicalizer
{
    private bool Object(int depth)
    {
        if (depth > CanonicalJson.MaxDepth) return TooDeep();
        Take();
        SkipSpace();
        if (TakeIf((byte)'}')) return Write("{}"u8);
        var (firstMember, firstKey) = (_memberCount, _keys.Length);
        for (var separator = (byte)'{'; ; separator = (byte)',')
        {
            _output.Append(separator);
            SkipSpace();
            if (!Member(depth)) return false;
            SkipSpace();
            if (TakeIf((byte)'}')) break;
            if (!TakeIf((byte)',')) return Unexpected("',' or '}'");
        }
        if (!PutInOrder(_members.AsSpan(firstMember, _memberCount - firstMember))) return false;
        _memberCount = firstMember;
        _keys.Truncate(firstKey);
        return Write("}"u8);
    }

    private bool Member(int depth)
    {
        var (offset, keyStart, start) = (_at, _keys.Length, _output.Length);
        if (_at == _json.Length || _json[_at] != (byte)'"') return Unexpected("a member's name in quotes");
        if (!ReadText(out var key, out var plain)) return false;
        WriteText(key, plain);
        if (plain) _keys.Append(key);
        var keyLength = _keys.Length - keyStart;
        SkipSpace();
        if (!TakeIf((byte)':')) return Unexpected("':'");
        _output.Append((byte)':');
        SkipSpace();
        if (!Value(depth)) return false;
        if (_memberCount == _members.Length) GrowMembers();
        _members[_memberCount++] = new CanonicalMember(keyStart, keyLength, start, _output.Length - start, offset);
        return true;
    }

    private bool PutInOrder(Span<CanonicalMember> members)
    {
        var order = new CanonicalMemberOrder(_keys.Array);
        var at = 1;
        while (at < members.Length && order.Compare(members[at - 1], members[at]) < 0) at++;
        if (at >= members.Length) return true;

        var start = members[0].Start;
        members.Sort(order);
        for (var i = 1; i < members.Length; i++)
        {
            if (order.Compare(members[i - 1], members[i]) != 0) continue;
            return Fail(CanonicalJsonError.DuplicateKey, Math.Max(members[i - 1].Offset, members[i].Offset), "a second member of the same name in one object");
        }
        Move(members, start);
        return true;
    }

    /// <summary>The members with their commas fill the output from <paramref name="start"/> to its end before and after.</summary>
    private readonly void Move(ReadOnlySpan<CanonicalMember> members, int start)
    {
        using var moved = new PooledBytes(_output.Length - start);
        foreach (var member in members)
        {
            if (moved.Length > 0) moved.Append((byte)',');
            moved.Append(_output.Written.Slice(member.Start, member.Length));
        }
        _output.Replace(start, moved.Written);
    }

    private void GrowMembers()
    {
        var larger = ArrayPool<CanonicalMember>.Shared.Rent(2 * _members.Length);
        _members.CopyTo(larger, 0);
        ArrayPool<CanonicalMember>.Shared.Return(_members);
        _members = larger;
    }
}
