using CsCheck;
using EventStore.Client;

namespace Archive.Tests.CompatibleClient;

public sealed class ConnectionStringProperties
{
    private const string Secret = "hunter2";

    private static readonly Gen<string> Parts = Gen.OneOf(
        "esdb", "kurrentdb", "+discover", "://", ":", "/", "?", "&", "=", "@", ",", "%", "%4", "%40", "localhost", "10.0.0.1", "2113", "-1", "99999", "tls", "true",
        "connectionName", "nodePreference", "keepAliveInterval", "gossipTimeout", "tlsCaFile", "userKeyFile", "é", "\0", " ", "#", Secret);

    [Fact]
    public void Any_text_is_settings_or_refused_as_no_connection_string() => Parts.Array[0, 14].Select(parts => string.Concat(parts)).Sample(text =>
    {
        try
        {
            EventStoreClientSettings.Create(text).ShouldNotBeNull();
        }
        catch (ConnectionStringParseException refusal)
        {
            refusal.ToString().ShouldNotContain(Secret);
        }
    });

    [Fact]
    public void A_password_with_anything_in_it_is_in_no_message() => Gen.Select(Parts.Array[0, 4], Parts.Array[0, 4], Parts.Array[0, 6]).Sample((before, after, rest) =>
    {
        var text = $"esdb://ada:{string.Concat(before)}{Secret}{string.Concat(after)}@localhost{string.Concat(rest)}";
        try
        {
            EventStoreClientSettings.Create(text);
        }
        catch (ConnectionStringParseException refusal)
        {
            refusal.ToString().ShouldNotContain(Secret);
        }
    });

    [Fact]
    public void A_password_that_is_percent_encoded_comes_through() => Gen.String.Where(IsText).Sample(password =>
        EventStoreClientSettings.Create($"esdb://ada:{Uri.EscapeDataString(password)}@localhost").DefaultCredentials!.Password.ShouldBe(password));

    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i < text.Length - 1 ? i : 0) && i < text.Length - 1)
                i++;
            else if (char.IsSurrogate(text[i]))
                return false;
        }

        return true;
    }
}
