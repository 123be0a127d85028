namespace EduAnalytics.Dashboard.Addresses;

/// <summary>By what the decomposition tree parts a count further.</summary>
public enum TreeSplit
{
    /// <summary>The units below.</summary>
    Unit,
    Stage,
    Grade,
    Sex,
}
