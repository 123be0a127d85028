namespace EduAnalytics.Import;

/// <summary>What the rows of a file are.</summary>
public enum ImportKind
{
    /// <summary>Values as an authority states them.</summary>
    Figures,

    /// <summary>Steps of students: enrolled, dropped out, returned, …</summary>
    Enrolment,

    /// <summary>Results of the fitness test.</summary>
    Fitness,

    /// <summary>Cities, districts and schools themselves.</summary>
    OrgUnits,
}
