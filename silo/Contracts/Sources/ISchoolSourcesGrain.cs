namespace EduAnalytics.Contracts.Sources;

/// <summary>
/// Finds the submissions behind a school's values in the school's journal. Beside the school and not in it: a school of a
/// hundred thousand lines takes a second to read through, in which it goes on taking submissions.
/// </summary>
[Alias("school-sources")]
public interface ISchoolSourcesGrain : ISourceReads;
