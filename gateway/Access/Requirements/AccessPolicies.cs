namespace EduAnalytics.Gateway.Access.Requirements;

/// <summary>Names of what an address may ask of its caller, beside being let in at all.</summary>
public static class AccessPolicies
{
    /// <summary>For administrators of all units only.</summary>
    public const string Machines = "edu-machines";
}
