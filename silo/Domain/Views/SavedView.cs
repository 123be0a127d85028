namespace EduAnalytics.Domain.Views;

/// <summary>A page of the dashboard with all its choices, kept by a reader under a name.</summary>
/// <param name="Id">The id of the submission by which it was saved; unique among its owner's views.</param>
/// <param name="Name">What its owner calls it; unique among the owner's views, letters large and small alike.</param>
/// <param name="Address">Path and query, see <see cref="ViewAddress"/>.</param>
/// <param name="Pinned">Whether it stands on the owner's home page.</param>
public sealed record SavedView(string Id, string Name, string Address, bool Pinned);
