using Archive.Domain;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>
/// What the files of a dossier's captures are, and what is captured of the sources that it cites. Those that the archive does not hold yet are put into the content store already when an import is planned: to be
/// seen only when a source names them, and swept where none comes to.
/// </summary>
internal sealed class DossierCaptures
{
    /// <summary>Of a dossier that brings none.</summary>
    public static readonly DossierCaptures None = new(new Dictionary<CaptureBytes, TakenCapture>(), _ => null);

    private readonly IReadOnlyDictionary<CaptureBytes, TakenCapture> _taken;
    private readonly Func<string, KnownCaptures?> _known;

    private DossierCaptures(IReadOnlyDictionary<CaptureBytes, TakenCapture> taken, Func<string, KnownCaptures?> known) => (_taken, _known) = (taken, known);

    public TakenCapture Of(CaptureSource command) => _taken[command.Bytes];

    /// <summary>What is captured of a source, with the texts of it; null where nothing is. Asked only of those that something new cites.</summary>
    public KnownCaptures? Of(string source) => _known(source);

    /// <summary>
    /// Whether it is only to be found out which sources something new cites: nothing is known of any, and where quotes stand is left out, so that
    /// nothing is refused for it.
    /// </summary>
    public bool IsAsking { get; private init; }

    /// <summary>The same, noting which sources are asked for.</summary>
    public DossierCaptures Asking(HashSet<string> asked) => new(
        _taken,
        source =>
        {
            asked.Add(source);
            return null;
        })
    {
        IsAsking = true,
    };

    /// <summary>The same, with what is captured of sources.</summary>
    public DossierCaptures Knowing(Func<string, KnownCaptures?> known) => new(_taken, known);

    /// <summary>The captures that the dossier brings, by source, in its order.</summary>
    public IEnumerable<(string Source, Capture Capture)> Brought(Dossier dossier) => dossier.Items.Where(item => item.IsCapture)
        .Select(item => (CaptureSource)item.Compose(ShapeRules.Anybody, null, new DossierErrors())!)
        .Select(command => (command.Source, command.Describe(Of(command))));

    /// <param name="dossier">The dossier.</param>
    /// <param name="past">What the archive holds of its streams.</param>
    /// <param name="intake">Takes in what is new.</param>
    /// <param name="erasures">What was erased is not taken in again.</param>
    /// <param name="errors">Takes what stands against a file.</param>
    /// <param name="cancellationToken">Gives up; what was put into the store is swept.</param>
    public static async Task<DossierCaptures> TakeAsync(
        Dossier dossier,
        IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> past,
        CaptureIntake intake,
        ErasureRecords erasures,
        DossierErrors errors,
        CancellationToken cancellationToken)
    {
        var taken = new Dictionary<CaptureBytes, TakenCapture>();
        foreach (var item in dossier.Items.Where(item => item.IsCapture))
        {
            var command = (CaptureSource)item.Compose(ShapeRules.Anybody, null, errors)!;
            var held = past.GetValueOrDefault(item.Stream, []).Select(happened => happened.Event).OfType<SourceCaptured>().Select(captured => captured.Capture).ToArray();
            try
            {
                var (found, refused) = await TakeAsync(command, held, intake, erasures, cancellationToken);
                if (found is not null)
                    taken[command.Bytes] = found;
                else
                    errors.Add(item.Node.At, refused!.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                errors.Add(item.Node.At, $"The file of this capture cannot be read: {e.Message}");
            }
        }

        return taken.Count == 0 ? None : new DossierCaptures(taken, _ => null);
    }

    /// <summary>What the archive holds is not put into the store again: it may have been erased there since.</summary>
    private static async Task<(TakenCapture? Taken, Refusal? Refused)> TakeAsync(
        CaptureSource command, IReadOnlyList<Capture> held, CaptureIntake intake, ErasureRecords erasures, CancellationToken cancellationToken)
    {
        if (intake.WhyTooLarge(command.Bytes.Length) is { } tooLarge)
            return (null, tooLarge);
        var (digest, tooLong) = await intake.DigestAsync(command.Bytes, cancellationToken);
        if (digest is null)
            return (null, tooLong);
        if (held.FirstOrDefault(capture => capture.Digest == digest) is { } same)
            return (new TakenCapture(new StoredContent(same.Digest, same.Length), same.MediaType, same.Text), null);
        return await erasures.IsDestroyedAsync(digest, cancellationToken)
            ? (null, CaptureSource.Erased(digest))
            : await intake.TakeAsync(command.Capture, command.Bytes, held, cancellationToken);
    }
}
