namespace EduAnalytics.Import.Lines;

/// <summary>What became of the lines that were sent.</summary>
public sealed class SendingTally
{
    private const int MostRefusals = 20;
    private readonly List<string> refusals = [];

    public long Lines { get; private set; }

    public long Accepted { get; private set; }

    public long Duplicate { get; private set; }

    public long Refused { get; private set; }

    /// <summary>The first refusals, each with the row of the file.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    public void Add(PieceOutcome piece)
    {
        (Lines, Accepted, Duplicate, Refused) =
            (Lines + piece.Lines, Accepted + piece.Accepted, Duplicate + piece.Duplicate, Refused + piece.Refused);
        refusals.AddRange(piece.Refusals.Take(MostRefusals - refusals.Count));
    }
}
