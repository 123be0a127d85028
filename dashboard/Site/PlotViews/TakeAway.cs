namespace EduAnalytics.Dashboard.PlotViews;

/// <summary>How a plot and its numbers are had without the page.</summary>
/// <param name="Name">Names its files, and is unique on the page.</param>
/// <param name="Picture">The picture's address by format, <c>svg</c> or <c>png</c>; null for what is no picture.</param>
/// <param name="Files">Its numbers.</param>
/// <param name="Query">The question that brings its numbers.</param>
public sealed record TakeAway(string Name, Func<string, string>? Picture, IReadOnlyList<NumberFile> Files, NumberQuery Query);

/// <summary>Numbers as a file of the gateway's.</summary>
/// <param name="Address">By format, <c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Part">Which part of the plot it holds, where that takes several files; null for all of it.</param>
public sealed record NumberFile(Func<string, string> Address, string? Part = null);

/// <param name="Document">The document's path in the project.</param>
public sealed record NumberQuery(string Document, IReadOnlyDictionary<string, object?> Variables);
