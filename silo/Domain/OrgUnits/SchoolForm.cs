namespace EduAnalytics.Domain.OrgUnits;

/// <summary>What a school is, where it is no ordinary one.</summary>
public enum SchoolForm
{
    /// <summary>教学点: an outpost of another school, with a few grades and a few students.</summary>
    TeachingPoint,
    SpecialEducation,
    Vocational,
}

/// <summary>Which schools are held against one another.</summary>
public static class SchoolForms
{
    /// <summary>Teaching points with fewer students are left out (教督〔2017〕6号，第六条).</summary>
    private const int FewestAtTeachingPoint = 50;

    /// <summary>
    /// False for those that the standards of balance leave out: special-education and vocational schools, and small teaching
    /// points. One that has not told its students is kept: leaving it out would hide that it told nothing.
    /// </summary>
    /// <param name="students">All students of the school; null where unknown.</param>
    public static bool CountsForBalance(this OrgUnit school, decimal? students) => school.Form switch
    {
        null => true,
        SchoolForm.TeachingPoint => students is null or >= FewestAtTeachingPoint,
        _ => false,
    };
}
