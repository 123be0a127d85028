namespace EduAnalytics.Domain.Schools;

/// <summary>One fitness test, as kept.</summary>
public readonly record struct FitnessTest
{
    private const int Exempt = -1;
    private const int Thousand = 1000;

    private readonly int thousandths;
    private readonly byte grade;

    /// <param name="score">0 to 120; null where the student was exempt.</param>
    public FitnessTest(DateOnly date, decimal? score, int grade)
    {
        Date = date;

        // Cut off, not rounded: 79.9999 is no 80, and no band begins between two thousandths.
        thousandths = score is { } known ? (int)decimal.Truncate(known * Thousand) : Exempt;
        this.grade = (byte)grade;
    }

    public DateOnly Date { get; }

    /// <summary>Null where the student was exempt.</summary>
    public decimal? Score => thousandths == Exempt ? null : (decimal)thousandths / Thousand;

    public int Grade => grade;

    public bool Valid => thousandths != Exempt;
}
