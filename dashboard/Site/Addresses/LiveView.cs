namespace EduAnalytics.Dashboard.Addresses;

/// <summary>Which unit the live page is about, as its address says it.</summary>
/// <param name="Unit">It and its children have a tile each; null for the topmost unit whose figures are for the reader.</param>
public sealed record LiveView(string? Unit = null);
