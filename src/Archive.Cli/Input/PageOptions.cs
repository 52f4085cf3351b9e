using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>Which part of a list is asked for.</summary>
internal sealed class PageOptions
{
    private readonly Option<int> _number = new("--page")
    {
        HelpName = "N",
        Description = "Which page, from 1.",
        DefaultValueFactory = _ => PageRequest.First.Number,
    };

    private readonly Option<int> _size = new("--page-size")
    {
        HelpName = "N",
        Description = $"Items a page, 1 to {PageRequest.Largest}.",
        DefaultValueFactory = _ => PageRequest.First.Size,
    };

    public PageOptions()
    {
        _number.Validators.Add(result => Within(result, 1, int.MaxValue));
        _size.Validators.Add(result => Within(result, 1, PageRequest.Largest));
    }

    public void AddTo(Command command)
    {
        command.Add(_number);
        command.Add(_size);
    }

    public PageRequest Read(ParseResult parsed) => new(parsed.GetValue(_number), parsed.GetValue(_size));

    private static void Within(OptionResult result, int least, int most)
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
            result.AddError($"{result.Option.Name} is a number from {least} to {most}.");
    }
}
