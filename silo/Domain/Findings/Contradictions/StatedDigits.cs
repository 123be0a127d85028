namespace EduAnalytics.Domain.Findings.Contradictions;

/// <summary>What the digits of a stated value leave open: 28.8 stands for all from 28.75 to 28.85.</summary>
internal static class StatedDigits
{
    /// <summary>Half of the last digit's place. The ends count in: nobody says which way a half was rounded.</summary>
    public static decimal HalfPlace(decimal stated) => new(5, 0, 0, false, (byte)(Math.Min((int)stated.Scale, 27) + 1));

    public static bool Allow(decimal stated, decimal exact) => Math.Abs(stated - exact) <= HalfPlace(stated);
}
