using System.Net.Sockets;

namespace EduAnalytics.Testing.Postgres;

/// <summary>
/// A socket between a client and the server that passes everything on, until it is told to lose an answer: then the next
/// commit reaches the server, and the connection is cut before its answer comes back.
/// </summary>
public sealed class PostgresWire : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("edu-wire-").FullName;
    private readonly CancellationTokenSource ended = new();
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly string server;
    private readonly Task accepting;
    private int answersToLose;

    /// <param name="serverDirectory">Where the server has its socket.</param>
    public PostgresWire(string serverDirectory)
    {
        server = SocketIn(serverDirectory);
        listener.Bind(new UnixDomainSocketEndPoint(SocketIn(directory)));
        listener.Listen();
        accepting = Accept();
    }

    /// <summary>The host of a connection string that leads through here.</summary>
    public string Host => directory;

    /// <summary>Answers lost so far.</summary>
    public int AnswersLost { get; private set; }

    public void LoseNextCommitAnswer() => Interlocked.Increment(ref answersToLose);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await accepting;
        ended.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static string SocketIn(string directory) => Path.Combine(directory, ".s.PGSQL.5432");

    private async Task Accept()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(Connect(await listener.AcceptAsync(ended.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task Connect(Socket client)
    {
        using var upstream = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            try
            {
                await upstream.ConnectAsync(new UnixDomainSocketEndPoint(server), ended.Token);
            }
            catch (SocketException)
            {
                // The server is gone; closing tells the client so.
                return;
            }

            // From when the commit goes out: the next thing that the server says is its answer.
            var loses = false;
            var requests = Pass(client, upstream, request =>
            {
                if (request.Span.IndexOf("COMMIT\0"u8) >= 0 && Interlocked.Exchange(ref answersToLose, 0) > 0)
                    Volatile.Write(ref loses, true);
                return true;
            });
            var answers = Pass(upstream, client, _ => !Volatile.Read(ref loses));
            await Task.WhenAny(requests, answers);
            if (loses)
                AnswersLost++;
        }
    }

    private async Task Pass(Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> passes)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer, ended.Token) is > 0 and var read)
            {
                if (!passes(buffer.AsMemory(0, read)))
                    return;
                await to.SendAsync(buffer.AsMemory(0, read), ended.Token);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            return;
        }
    }
}
