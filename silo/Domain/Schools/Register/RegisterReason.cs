namespace EduAnalytics.Domain.Schools.Register;

/// <summary>What a reason of the student register (学籍异动原因) makes of an event.</summary>
public enum ReasonMeaning : byte
{
    /// <summary>The reason is kept in the journal and changes nothing.</summary>
    None,

    /// <summary>The student died: no dropout, and out of the cohort.</summary>
    Deceased,

    /// <summary>The student left the country: no dropout, and out of the cohort.</summary>
    Abroad,

    /// <summary>The student came from a school outside this system, also where entering at a stage's first grade.</summary>
    TransferredIn,
}

/// <summary>A reason as the register words it. Senders may give its code or either name.</summary>
public sealed record RegisterReason(string Code, string Name, string NameEn, ReasonMeaning Means);
