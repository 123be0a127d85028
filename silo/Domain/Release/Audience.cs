namespace EduAnalytics.Domain.Release;

/// <summary>For whom an answer is meant.</summary>
public enum Audience
{
    /// <summary>The units' own staff, from whom nothing is withheld: nothing is marked, and nobody above is asked what to mark.</summary>
    Staff,

    /// <summary>Anyone: each value says whether it is for the staff only, and why.</summary>
    Everyone,
}
