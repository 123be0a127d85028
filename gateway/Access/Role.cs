namespace EduAnalytics.Gateway.Access;

/// <summary>What a caller may do at its org unit and what lies below.</summary>
public enum Role
{
    /// <summary>Reads released figures.</summary>
    Viewer,

    /// <summary>Reads released figures and takes them out.</summary>
    Analyst,

    /// <summary>One school's or district's own staff: sends its submissions and sees its own counts.</summary>
    Reporter,

    /// <summary>Watches its schools and chases what is wrong: sees their counts, however small.</summary>
    Monitor,

    /// <summary>Everything, access itself included.</summary>
    Administrator,
}
