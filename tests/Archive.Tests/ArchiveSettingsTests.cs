using Archive.Postgres;

namespace Archive.Tests;

public sealed class ArchiveSettingsTests
{
    [Theory]
    [InlineData("HOME=/home/u", false, "/home/u/.local/share/archive")]
    [InlineData("HOME=/home/u;XDG_DATA_HOME=/data", false, "/data/archive")]
    [InlineData("HOME=/home/u;XDG_DATA_HOME=data", false, "/home/u/.local/share/archive")]
    [InlineData("HOME=/home/u;ARCHIVE_HOME=/mine", false, "/mine")]
    [InlineData("HOME=/home/u;ARCHIVE_HOME= ", false, "/home/u/.local/share/archive")]
    [InlineData("HOME=/root", true, "/var/lib/archive")]
    [InlineData("HOME=/root;ARCHIVE_HOME=/mine", true, "/mine")]
    public void The_home_is_the_one_named_or_the_custom_of_the_system(string environment, bool isRoot, string home)
    {
        Settings(environment, isRoot).ShouldBe(new ArchiveSettings(null, home));
    }

    [Fact]
    public void A_server_that_was_named_is_kept_as_given() =>
        Settings("HOME=/home/u;ARCHIVE_POSTGRES=somewhere", false).PostgresConnectionString.ShouldBe("somewhere");

    [Fact]
    public void Without_any_home_the_error_names_the_variables() =>
        Should.Throw<PostgresUnavailableException>(() => Settings("", false)).Message.ShouldContain("ARCHIVE_HOME");

    private static ArchiveSettings Settings(string environment, bool isRoot)
    {
        var variables = environment.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return ArchiveSettings.FromEnvironment(name => variables.GetValueOrDefault(name), isRoot);
    }
}
