namespace EduAnalytics.Dashboard.Addresses;

/// <summary>The overview of the standards, as its address says it: it leaves nothing to choose.</summary>
public sealed record StandardsView;
