using System.Globalization;

namespace EduAnalytics.Cli.Import;

/// <summary>What became of the lines that were sent.</summary>
internal sealed class SendingTally
{
    private const int MostRefusals = 20;

    public long Lines { get; private set; }

    public long Accepted { get; private set; }

    public long Duplicate { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The first refusals, each with the row of the file.</summary>
    public List<string> Refusals { get; } = [];

    public void Add(PieceOutcome piece)
    {
        (Lines, Accepted, Duplicate, Refused) =
            (Lines + piece.Lines, Accepted + piece.Accepted, Duplicate + piece.Duplicate, Refused + piece.Refused);
        Refusals.AddRange(piece.Refusals.Take(MostRefusals - Refusals.Count));
    }
}

/// <summary>What became of one piece of a file.</summary>
/// <param name="Passing">True where a refusal is the machine's, and the same piece may well be taken a moment later.</param>
internal sealed record PieceOutcome(long Lines, long Accepted, long Duplicate, long Refused, IReadOnlyList<string> Refusals, bool Passing);

internal static class SendingText
{
    public static void Write(SendingTally tally, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Lines:N0} lines sent: {tally.Accepted:N0} accepted, {tally.Duplicate:N0} known already, {tally.Refused:N0} refused."));
        foreach (var refusal in tally.Refusals)
            output.WriteLine($"  {refusal}");
    }
}
