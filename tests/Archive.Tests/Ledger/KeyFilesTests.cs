using Archive.Domain.Ledger.Notes;
using Archive.Ledger;

namespace Archive.Tests.Ledger;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeyFilesTests : IDisposable
{
    private const string Log = "archive.test/log";

    private readonly string _parent = Directory.CreateTempSubdirectory("archive-keys-").FullName;

    private string Folder => Path.Combine(_parent, "ledger-keys");

    private KeyFiles Files => new(new LedgerKeyFolder(Folder));

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_key_is_its_owners_alone()
    {
        var made = Make();
        File.GetUnixFileMode(Folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(Files.PathOf(made)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_key_is_found_again_and_signs()
    {
        var made = Make();
        using var key = Files.Find(made).Key.ShouldNotBeNull();
        made.Verifies("a text\n", key.Sign("a text\n").Signature.Span).ShouldBeTrue();
        Files.FindUnnamed(Log).ShouldBe(made);
        Files.FindUnnamed("archive.test/another").ShouldBeNull();
    }

    [Theory]
    [InlineData("0640", null)]
    [InlineData("0604", null)]
    [InlineData("0620", null)]
    [InlineData(null, "0750")]
    [InlineData(null, "0701")]
    public void A_key_that_others_can_use_is_refused(string? file, string? folder)
    {
        var made = Make();
        if (file is not null)
            File.SetUnixFileMode(Files.PathOf(made), (UnixFileMode)Convert.ToInt32(file, 8));
        if (folder is not null)
            File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32(folder, 8));
        Refused(made).ShouldBe("ledger-key-exposed");
        Files.FindUnnamed(Log).ShouldBeNull();
        if (folder is not null)
            Files.Make(Log).WhyNot.ShouldNotBeNull().Code.ShouldBe("ledger-key-exposed");
    }

    [Fact]
    public void A_link_to_a_key_is_refused()
    {
        var made = Make();
        File.Move(Files.PathOf(made), Path.Combine(_parent, "elsewhere"));
        File.CreateSymbolicLink(Files.PathOf(made), Path.Combine(_parent, "elsewhere"));
        Refused(made).ShouldBe("ledger-key-link");
    }

    [Fact]
    public void A_link_to_the_folder_is_refused()
    {
        var made = Make();
        Directory.Move(Folder, Path.Combine(_parent, "elsewhere"));
        Directory.CreateSymbolicLink(Folder, Path.Combine(_parent, "elsewhere"));
        Refused(made).ShouldBe("ledger-key-link");
    }

    [Fact]
    public void A_folder_in_a_keys_place_is_refused()
    {
        var made = Make();
        File.Delete(Files.PathOf(made));
        Directory.CreateDirectory(Files.PathOf(made));
        Refused(made).ShouldBe("ledger-key-link");
    }

    [Fact]
    public void A_key_of_another_user_is_refused()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can give a file away.");
        var made = Make();
        using (var chown = System.Diagnostics.Process.Start("chown", ["65534", Files.PathOf(made)]))
            chown.WaitForExit();
        Refused(made).ShouldBe("ledger-key-owner");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("PRIVATE+KEY+")]
    [InlineData("PRIVATE+KEY+archive.test/log+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("PRIVATE+KEY+archive.test/log\0")]
    public void A_file_that_holds_no_key_is_refused(string text)
    {
        var made = Make();
        File.WriteAllText(Files.PathOf(made), text);
        Refused(made).ShouldBe("ledger-key-malformed");
    }

    [Fact]
    public void A_file_larger_than_any_key_is_read_no_further()
    {
        var made = Make();
        using (var file = File.OpenWrite(Files.PathOf(made)))
            file.SetLength(1L << 40);
        Refused(made).ShouldBe("ledger-key-malformed");
    }

    [Fact]
    public void Another_key_than_the_ledgers_is_refused()
    {
        var (made, other) = (Make(), Make());
        File.Move(Files.PathOf(other), Files.PathOf(made), overwrite: true);
        Refused(made).ShouldBe("ledger-key-other");
        Files.FindUnnamed(Log).ShouldBeNull("its name is another key's");
    }

    [Fact]
    public void A_key_that_is_gone_is_missed_and_no_other_is_made()
    {
        var made = Make();
        File.Delete(Files.PathOf(made));
        Refused(made).ShouldBe("ledger-key-missing");
        Directory.Delete(Folder);
        Refused(made).ShouldBe("ledger-key-missing");
        Directory.Exists(Folder).ShouldBeFalse();
    }

    [Fact]
    public void What_an_interrupted_making_left_is_no_key()
    {
        var made = Make();
        File.Move(Files.PathOf(made), Files.PathOf(made) + ".new");
        Files.FindUnnamed(Log).ShouldBeNull();
    }

    [Fact]
    public void A_log_name_that_no_key_can_have_is_refused() => Files.Make("a log with spaces").WhyNot.ShouldNotBeNull().Code.ShouldBe("ledger-key-name");

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(Folder, "");
        Files.Make(Log).WhyNot.ShouldNotBeNull().Code.ShouldBe("ledger-key-link");
        new KeyFiles(new LedgerKeyFolder(Path.Combine(Folder, "within-a-file"))).Make(Log).WhyNot.ShouldNotBeNull().Code.ShouldBe("ledger-key-unwritable");
    }

    [Fact]
    public void No_refusal_says_what_a_key_file_holds()
    {
        var made = Make();
        var text = File.ReadAllText(Files.PathOf(made)).Trim();
        var seed = text.Split('+', 5)[^1];
        var said = new List<string>();
        Try(() => File.SetUnixFileMode(Files.PathOf(made), (UnixFileMode)Convert.ToInt32("644", 8)));
        Try(() => File.SetUnixFileMode(Files.PathOf(made), (UnixFileMode)Convert.ToInt32("600", 8)));
        Try(() => File.WriteAllText(Files.PathOf(made), text[..^2]));
        Try(() => File.WriteAllText(Files.PathOf(made), new SigningKey("another", NoteKeyType.Ed25519, new byte[32]).ToFile()));
        said.Count.ShouldBe(3);
        foreach (var message in said)
        {
            message.ShouldNotContain(seed[..20]);
            message.ShouldNotContain("AQAAAAAA");
        }

        seed.Length.ShouldBe(44);

        void Try(Action change)
        {
            change();
            var found = Files.Find(made);
            (found.Key?.ToString() ?? "").ShouldNotContain(seed);
            found.Key?.Dispose();
            if (found.WhyNot is { } why)
                said.Add(why.ToString());
        }
    }

    private VerifierKey Make() => Files.Make(Log).Made.ShouldNotBeNull();

    private string Refused(VerifierKey key) => Files.Find(key).WhyNot.ShouldNotBeNull().Code;
}
