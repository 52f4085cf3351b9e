using System.Text;

namespace EventStore.Client;

/// <summary>Who asks. Its text is the header that is sent, password and all: it belongs in no log.</summary>
public class UserCredentials
{
    private readonly string header;

    public UserCredentials(string username, string password)
    {
        Username = username;
        Password = password;
        header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }

    public UserCredentials(string bearerToken) => header = "Bearer " + bearerToken;

    public string? Username { get; }

    public string? Password { get; }

    public override string ToString() => header;
}
