using System.Text.Json.Nodes;
using Archive.Access;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.Dossiers;
using Archive.Exports;
using Archive.IntegrationTests.Laws;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Exports;

public sealed class ProvExportTests
{
    private const string Log = "https://archive.test/log/";
    private const string Prov = "http://www.w3.org/ns/prov#";

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Whatever_happened_its_provenance_is_valid_and_both_forms_say_the_same(int seed)
    {
        await using var archive = await RandomArchive.CreateAsync(seed, 80);
        await archive.DoAsync(new MergeSource(archive.Context(), "s0", "s1", "the same"));
        var last = (await RandomArchive.EventsAsync(archive)).Count;
        foreach (var entry in (long[])[last / 2, last * 3 / 4, last])
        {
            foreach (var record in (string[])[Histories.Record(0), Histories.Record(1)])
            {
                var model = ProvJsonReading.Read(await archive.ExportTextAsync(record, ExportFormat.ProvJson, new AsOf.Entry(entry)));
                ProvConstraints.Broken(model).ShouldBeEmpty($"seed {seed}, {record}@{entry}");
                AreTheSame(model, ProvJsonLdReading.Read(await archive.ExportTextAsync(record, ExportFormat.ProvJsonld, new AsOf.Entry(entry))));
            }
        }
    }

    [Fact]
    public async Task The_sample_has_valid_provenance_with_every_entry_of_its_snapshot()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.AskAsync(new ImportDossier(SampleFolder.Visit, new Asker("editor", Role.Editor)));
        await archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);

        var model = ProvJsonReading.Read(await archive.ExportTextAsync("visit-2023", ExportFormat.ProvJson));

        ProvConstraints.Broken(model).ShouldBeEmpty();
        var entries = (await archive.AskAsync(new ListRecordEntries("visit-2023", AsOf.Latest))).Entries;
        model.Activities.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)
            .ShouldBe(entries.Select(entry => $"{Log}entry/{entry.Entry}").Order(StringComparer.Ordinal));
        model.Agents.ShouldBe([$"{Log}actor/editor"]);
        var record = await archive.AskAsync(new GetRecord("visit-2023", AsOf.Latest, ClaimFilter.None, new PageRequest(1, 1000)));
        model.Of("hadMember").Select(tie => tie.Object).ShouldBe(record.Claims.Items.Select(claim => $"{Log}claim/{claim.Id}@{claim.SinceEntry}"));
        model.Of("wasDerivedFrom").Select(tie => tie.Type).Distinct().Order(StringComparer.Ordinal).ShouldBe([null, Prov + "PrimarySource", Prov + "Quotation", Prov + "Revision"]);
        AreTheSame(model, ProvJsonLdReading.Read(await archive.ExportTextAsync("visit-2023", ExportFormat.ProvJsonld)));
    }

    [Fact]
    public async Task A_correction_is_a_revision_that_invalidates_what_it_corrects_and_says_why()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("tass");                                                                              // 1
        await archive.DoAsync(new RegisterSource(archive.Context(), "kremlin", new SourceDraft(SourceKind.OfficialTranscript, "Talks")));  // 2
        await archive.OpenAsync("r");                                                                                     // 3
        await archive.RecordAsync("r/c1", new ClaimDraft("x", Filling.Nothing), new("tass", Phrase: "words"), new("kremlin"), new("tass", Stance.Contradicts, CitedPart.When));  // 4
        await archive.DoAsync(new CorrectClaim(archive.Context(), "r/c1", new ClaimDraft("y", Filling.Nothing), [new("tass")], new Correction(CorrectionReason.Overstated, Fault.Archive, "less")));  // 5

        var json = await archive.ExportTextAsync("r", ExportFormat.ProvJson);
        var model = ProvJsonReading.Read(json);

        var (claim, first, second) = ($"{Log}claim/r/c1", $"{Log}claim/r/c1@4", $"{Log}claim/r/c1@5");
        model.Ties.ShouldContain(new ProvTie("wasDerivedFrom", second, first, null, Prov + "Revision"));
        model.Ties.Count(tie => tie.Kind == "wasInvalidatedBy" && tie.Subject == first && tie.Object == $"{Log}entry/5").ShouldBe(1);
        model.Ties.ShouldContain(new ProvTie("wasDerivedFrom", first, $"{Log}source/tass", null, Prov + "Quotation"));
        model.Ties.ShouldContain(new ProvTie("wasDerivedFrom", first, $"{Log}source/kremlin", null, Prov + "PrimarySource"));
        model.Ties.ShouldContain(new ProvTie("wasInfluencedBy", first, $"{Log}source/tass"));
        model.Ties.ShouldContain(new ProvTie("wasDerivedFrom", second, $"{Log}source/tass"));
        model.Ties.ShouldContain(new ProvTie("specializationOf", second, claim));
        model.Ties.ShouldContain(new ProvTie("hadMember", $"{Log}snapshot/r@5", second));
        var activity = JsonNode.Parse(json)!["activity"]!["log:entry/5"]!;
        (activity["archive:reason"]!.GetValue<string>(), activity["archive:fault"]!.GetValue<string>(), activity["archive:words"]!.GetValue<string>()).ShouldBe(("overstated", "archive", "less"));
    }

    [Fact]
    public async Task A_capture_is_what_quoted_words_were_derived_from()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("tass");
        await archive.OpenAsync("r");
        await archive.AppendAsync(new SourceCaptured("tass", Captures.One));                                              // 3
        await archive.RecordAsync("r/c1", "tass");                                                                        // 4
        await archive.AppendAsync(new ClaimCited("r/c1", Captures.Quoting(2, "tass")));                                   // 5

        var model = ProvJsonReading.Read(await archive.ExportTextAsync("r", ExportFormat.ProvJson));

        var capture = $"{Log}capture/tass/{Captures.One.Digest}";
        ProvConstraints.Broken(model).ShouldBeEmpty();
        model.Ties.ShouldContain(new ProvTie("wasDerivedFrom", $"{Log}claim/r/c1@5", capture, null, Prov + "Quotation"));
        model.Ties.ShouldContain(new ProvTie("specializationOf", capture, $"{Log}source/tass"));
        model.Ties.ShouldContain(tie => tie.Kind == "wasGeneratedBy" && tie.Subject == capture && tie.Object == $"{Log}entry/3");
        model.Ties.ShouldContain(tie => tie.Kind == "used" && tie.Subject == $"{Log}entry/5" && tie.Object == capture);
    }

    [Fact]
    public async Task Origins_that_go_round_are_told_without_a_circle_of_derivations()
    {
        await using var archive = await TestArchive.CreateAsync();
        foreach (var source in (string[])["a", "b", "c", "outside"])
            await archive.RegisterAsync(source);
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "outside", "b", "a");
        foreach (var (from, to) in ((string, string)[])[("a", "b"), ("b", "c"), ("c", "a"), ("outside", "a")])
            await archive.AppendAsync(new SourceOriginEstablished(from, new SourceOrigin(to, false)));

        var json = await archive.ExportTextAsync("r", ExportFormat.ProvJson);

        ProvConstraints.Broken(ProvJsonReading.Read(json)).ShouldBeEmpty();
        var entities = JsonNode.Parse(json)!["entity"]!;
        entities["log:source/a"]!["archive:originGoesRound"]!["$"]!.GetValue<string>().ShouldBe("true");
        entities["log:source/outside"]!["archive:originGoesRound"].ShouldBeNull();
    }

    [Fact]
    public async Task Sources_merged_into_each_other_and_a_source_merged_away_are_alternates()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("a");
        await archive.RegisterAsync("b");
        await archive.OpenAsync("r");
        await archive.RecordAsync("r/c1", "a");
        await archive.AppendAsync(new SourceMerged("a", "b", "x"));
        await archive.AppendAsync(new SourceMerged("b", "a", "x"));

        var model = ProvJsonReading.Read(await archive.ExportTextAsync("r", ExportFormat.ProvJson));

        ProvConstraints.Broken(model).ShouldBeEmpty();
        model.Of("alternateOf").Select(tie => (tie.Subject[Log.Length..], tie.Object[Log.Length..])).ShouldBe([("source/a", "source/b"), ("source/b", "source/a")]);
    }

    private static void AreTheSame(ProvModel json, ProvModel jsonLd)
    {
        jsonLd.Entities.Order(StringComparer.Ordinal).ShouldBe(json.Entities.Order(StringComparer.Ordinal));
        jsonLd.Agents.ShouldBe(json.Agents, ignoreOrder: true);
        jsonLd.Activities.OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe(json.Activities.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        jsonLd.Types.SetEquals(json.Types).ShouldBeTrue();
        Plain(jsonLd).SetEquals(Plain(json)).ShouldBeTrue();
        Typed(jsonLd).SetEquals(Typed(json)).ShouldBeTrue();
    }

    private static HashSet<ProvTie> Plain(ProvModel model) => model.Ties.Select(tie => tie with { Type = null, Time = tie.Kind == "used" ? null : tie.Time }).ToHashSet();

    private static HashSet<ProvTie> Typed(ProvModel model) => model.Ties.Where(tie => tie.Type is not null).ToHashSet();
}
