using System.Text;

namespace Archive.Tests.Cli;

/// <summary>Takes a command line apart as a POSIX shell does, as far as examples in help go: single quotes, pipes and redirections.</summary>
internal static class Shell
{
    public static string[] Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '\'')
                quoted = !quoted;
            else if (c is ' ' or '|' or '<' && !quoted)
                Take();
            else
                word.Append(c);
            if (c is '|' or '<' && !quoted)
                return [.. words];
        }

        Take();
        return [.. words];

        void Take()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
