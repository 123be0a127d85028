namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Why a line cannot be read: what stood there and what was expected.</summary>
/// <param name="Code">A word of the submission errors.</param>
internal sealed record LineFault(string Code, string Message, string? Field);
