using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Archive.Postgres;

/// <summary>
/// One attempt to open a connection over a trusted socket, spoken by hand (PostgreSQL documentation, "Message Formats"): every command
/// of the archive begins with it, and loading Npgsql for it alone would take a quarter of a second.
/// </summary>
internal static class SocketProbe
{
    private const int ProtocolVersion = 3 << 16;
    private const int MaxMessage = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Probe Open(string socketPath, string user, string database)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            {
                ReceiveTimeout = (int)Patience.TotalMilliseconds,
                SendTimeout = (int)Patience.TotalMilliseconds,
            };
            socket.Connect(new UnixDomainSocketEndPoint(socketPath));
            socket.Send(StartupMessage(user, database));
            return Answer(socket);
        }
        catch (Exception e) when (e is SocketException or EndOfStreamException or InvalidDataException)
        {
            return new(ProbeState.Absent, e);
        }
    }

    private static byte[] StartupMessage(string user, string database)
    {
        var text = Encoding.UTF8.GetBytes($"user\0{user}\0database\0{database}\0\0");
        var message = new byte[8 + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(4), ProtocolVersion);
        text.CopyTo(message, 8);
        return message;
    }

    // A missing database shows only after the login was accepted: read on until the server is ready for a query.
    private static Probe Answer(Socket socket)
    {
        var header = new byte[5];
        while (true)
        {
            Fill(socket, header);
            var length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4;
            if (length is < 0 or > MaxMessage)
                throw new InvalidDataException("It does not speak PostgreSQL's protocol.");
            var body = new byte[length];
            Fill(socket, body);
            if (header[0] == 'E')
                return Failure(Encoding.UTF8.GetString(body));
            if (header[0] == 'R' && BinaryPrimitives.ReadInt32BigEndian(body) != 0)
                return new(ProbeState.Refused, new InvalidDataException("It asks for a password."));
            if (header[0] == 'Z')
            {
                // Terminate, so that the server's log has no lost connection.
                socket.Send("X\0\0\0\u0004"u8);
                return new(ProbeState.Ready, null);
            }
        }
    }

    private static Probe Failure(string body)
    {
        var fields = body.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var code = Array.Find(fields, field => field[0] == 'C')?[1..] ?? "";
        var message = Array.Find(fields, field => field[0] == 'M')?[1..] ?? "";
        return new(Probe.StateOf(code), new InvalidOperationException($"{code}: {message}."));
    }

    private static void Fill(Socket socket, Span<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var read = socket.Receive(buffer);
            if (read == 0)
                throw new EndOfStreamException("The server closed the connection.");
            buffer = buffer[read..];
        }
    }
}
