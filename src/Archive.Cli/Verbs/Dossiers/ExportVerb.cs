using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Dossiers;
using MediatR;

namespace Archive.Cli.Verbs.Dossiers;

internal sealed class ExportVerb : QueryVerb<ExportedDossier>
{
    private readonly Argument<string> _record = new("RECORD") { Description = "Id of the record, such as visit-2023." };
    private readonly Option<string> _folder = TextOption.Required("--to", "DIR", "The folder to write, new or empty.");

    public ExportVerb() : base("export", "Write a record as a dossier; imported elsewhere, it gives the same record.")
    {
        Add(_record);
        Add(_folder);
    }

    public override IReadOnlyList<string> Examples => ["archive dossier export visit-2023 --to visit-2023-again"];

    protected override IRequest<Outcome<ExportedDossier>> Question(ParseResult parsed) =>
        new ExportDossier(parsed.GetRequiredValue(_record), parsed.GetRequiredValue(_folder));

    protected override void Show(IDisplay display, ExportedDossier answer)
    {
        display.Heading($"Dossier of {answer.Record}");
        display.Fields([.. MomentText.Fields(answer.AsOf, answer.Record, digest: null), new("events", $"{answer.Events}"), new("left out", answer.LeftOut == 0 ? null : $"{answer.LeftOut} decisions on access and holds, which are the other archive's to make")]);
        display.Blank();
        foreach (var file in answer.Files)
            display.Write(file);
    }

    protected override string? Asked(ParseResult parsed) => parsed.GetRequiredValue(_record);
}
