namespace EduAnalytics.Import.Tables;

/// <summary>The file is no table that can be read; the message says why in a sentence.</summary>
public sealed class TableFileException(string message, Exception? cause = null) : Exception(message, cause);
