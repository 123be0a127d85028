namespace EduAnalytics.Domain.Release;

/// <summary>Why a value is withheld from a reader.</summary>
public enum Suppression
{
    /// <summary>A count behind it is too small to show.</summary>
    SmallCount,

    /// <summary>With it, a small count somewhere else could be had by subtraction.</summary>
    Complementary,

    /// <summary>The reader's role or org unit does not reach so far.</summary>
    NotPermitted,
}
