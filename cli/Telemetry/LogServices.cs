using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Console;

namespace EduAnalytics.Cli.Telemetry;

internal static class LogServices
{
    /// <summary>What is logged, and how it is written. Each JSON line has time, level, category, message and, within a request, trace and span.</summary>
    public static void AddEduLogs(this IHostApplicationBuilder builder, LogFormat format)
    {
        builder.Logging.AddConsole();
        builder.Logging.Configure(logs => logs.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName ??= NameOf(format));
        builder.Services.Configure<SimpleConsoleFormatterOptions>(simple => simple.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "O";

            // Chinese stays Chinese; nothing reads these lines as HTML.
            json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });

        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("EduAnalytics", LogLevel.Information);

        // Advice on garbage collection, and a watchdog that counts the time before it was started: nothing to act on.
        builder.Logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
        builder.Logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);

        // Turns of more than 200 ms, a line each with its types: on a busy machine they bury what there is to act on. That rows come
        // up late is a metric, and an alert.
        builder.Logging.AddFilter("Orleans.Runtime.Scheduler.WorkItemGroup", LogLevel.Error);

        // The pages' keys lie in the data directory, beside what they would protect; its owner may read both.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

        // A start that fails is told in one sentence by the command; the host would put the stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static string NameOf(LogFormat format) => format switch
    {
        LogFormat.Json => ConsoleFormatterNames.Json,
        _ => ConsoleFormatterNames.Simple,
    };
}
