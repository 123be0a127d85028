using System.Threading.Channels;
using EduAnalytics.Import;
using EduAnalytics.Import.Lines;

namespace EduAnalytics.Cli.Import;

/// <summary>The system could not take the file; the message says why in a sentence.</summary>
internal sealed class SendingFailedException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>
/// Sends a checked file piece by piece, in order: a student's later steps follow the earlier ones. The next piece is made
/// ready while one is under way.
/// </summary>
internal sealed class FileSending(HttpClient http, ImportFile file, ImportReport report, bool skipBadRows, TimeProvider time)
{
    private const int MostTries = 6;
    private static readonly TimeSpan firstWait = TimeSpan.FromSeconds(1);

    public SendingTally Tally { get; } = new();

    public long Total => report.Tally.Lines;

    /// <summary>True where Ctrl-C ended it before the file's end.</summary>
    public bool Stopped { get; private set; }

    /// <param name="onSent">Told the lines sent so far.</param>
    /// <exception cref="SendingFailedException">Nobody answers any more.</exception>
    public async Task<SendingTally> Run(Action<long> onSent, CancellationToken cancellationToken)
    {
        var ready = Channel.CreateBounded<ImportPiece>(1);
        var cutting = Cut(ready.Writer, cancellationToken);
        await foreach (var piece in ready.Reader.ReadAllAsync(CancellationToken.None))
        {
            // The piece under way is brought to its end, so that what is told at the end is what is on disk.
            if (cancellationToken.IsCancellationRequested)
                break;
            Tally.Add(await Send(piece, cancellationToken));
            onSent(Tally.Lines);
        }

        Stopped = cancellationToken.IsCancellationRequested && Tally.Lines < Total;
        await cutting;
        return Tally;
    }

    private Task Cut(ChannelWriter<ImportPiece> ready, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            try
            {
                foreach (var piece in ImportPiece.Cut(file.NameOf(report.Plan!, skipBadRows), file.Lines(report.Plan!, cancellationToken)))
                    await ready.WriteAsync(piece, cancellationToken);
                ready.Complete();
            }
            catch (OperationCanceledException)
            {
                ready.Complete();
            }
            catch (IOException fault)
            {
                ready.Complete(new SendingFailedException($"The file cannot be read on: {fault.Message}", fault));
            }
        },
        CancellationToken.None);

    /// <summary>Sends again what a passing fault kept from being decided; pieces have names, so nothing counts twice.</summary>
    private async Task<PieceOutcome> Send(ImportPiece piece, CancellationToken cancellationToken)
    {
        for (var (tries, wait) = (1, firstWait); ; tries++, wait *= 2)
        {
            try
            {
                var outcome = await PieceRequest.Send(http, report.Plan!.Kind, piece);
                if (!outcome.Passing || tries == MostTries || cancellationToken.IsCancellationRequested)
                    return outcome;
            }
            catch (HttpRequestException fault) when (tries == MostTries || cancellationToken.IsCancellationRequested)
            {
                throw new SendingFailedException(
                    $"{http.BaseAddress} does not answer any more ({fault.Message}). {Tally.Lines:N0} of {Total:N0} lines are on disk; the same command goes on from there.", fault);
            }
            catch (HttpRequestException)
            {
                // The system may be restarting; the wait below gives it time.
            }

            // Ctrl-C ends the wait: the piece is sent once more, and then it is known whether it is on disk.
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
