namespace EduAnalytics.Gateway.Access.Issuers;

/// <summary>A token is good, but what it says of its holder makes no caller.</summary>
/// <param name="problem">Why, as a sentence for whoever sets the issuer up.</param>
internal sealed class UnusableClaimsException(string problem) : Exception(problem);
