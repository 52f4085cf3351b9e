using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Sources;
using CsCheck;

namespace Archive.Tests.Projection;

public sealed class OpenVersionsTests
{
    private static readonly Gen<(int Half, int[] Streams)> Cases = Gen.Select(Gen.Int[1, 6], Gen.Int[0, 20].Array[0, 120]);

    [Fact]
    public void With_a_file_behind_it_nothing_is_ever_lost_or_doubled() => Cases.Sample(x =>
    {
        using var open = new OpenVersions<SourceVersion>(x.Half, new VersionSpill<SourceVersion>());
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var entry = 1; entry <= x.Streams.Length; entry++)
        {
            var stream = $"source/s{x.Streams[entry - 1]}";
            open.Find(stream)?.FromEntry.ShouldBe(last[stream]);
            last.TryGetValue(stream, out var before).ShouldBe(before > 0);
            (open.Find(stream)?.FromEntry ?? 0).ShouldBe(before);
            open.Put(New(stream, entry));
            last[stream] = entry;
        }

        open.All().Select(version => (version.Stream, version.FromEntry)).Order().ShouldBe(last.Select(pair => (pair.Key, pair.Value)).Order());
    });

    [Fact]
    public void What_was_found_or_put_stays_while_fewer_other_streams_than_half_are() => Cases.Sample(x =>
    {
        using var open = new OpenVersions<SourceVersion>(x.Half, null);
        var entry = 0;
        foreach (var batch in x.Streams.Chunk(x.Half))
        {
            // As a projector does: what is not remembered is loaded first, then everything is folded.
            foreach (var stream in batch)
            {
                if (open.Find($"source/s{stream}") is null)
                    open.Put(New($"source/s{stream}", ++entry));
            }

            foreach (var stream in batch)
            {
                open.Find($"source/s{stream}").ShouldNotBeNull();
                open.Put(New($"source/s{stream}", ++entry));
            }
        }
    });

    [Fact]
    public void A_version_larger_than_the_buffer_of_the_file_comes_back_whole()
    {
        using var spill = new VersionSpill<SourceVersion>();
        var title = new string('ж', 1 << 20);
        spill.Put(New("source/before", 1));
        spill.Put(New("source/large", 2, title));
        spill.Put(New("source/after", 3));
        spill.Take("source/large").ShouldNotBeNull().State.Description.Title.ShouldBe(title);
        spill.Take("source/large").ShouldBeNull();
        spill.ReadAll().Select(version => version.FromEntry).ShouldBe([1, 3]);
    }

    private static SourceVersion New(string stream, long entry, string title = "T") => new()
    {
        Id = $"{stream}@{entry}",
        Stream = stream,
        FromEntry = entry,
        ToEntry = IVersion.Open,
        FirstEntry = entry,
        State = Source.Evolve(null, new SourceRegistered(stream, new SourceDescription(SourceKind.Other, title, false, null, null, null, null, null, null, false, null))),
        Change = new Change(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "source-registered.v1", null, null, null, null, null),
    };
}
