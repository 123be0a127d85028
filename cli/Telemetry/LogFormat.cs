namespace EduAnalytics.Cli.Telemetry;

/// <summary>How a process writes its log on the console, unless <c>Logging:Console:FormatterName</c> says otherwise.</summary>
internal enum LogFormat
{
    /// <summary>A sentence a line, for a person at a terminal.</summary>
    Simple,

    /// <summary>A JSON object a line, for a program that gathers logs.</summary>
    Json,
}
