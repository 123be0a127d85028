using System.CommandLine.Parsing;

namespace EduAnalytics.Cli;

/// <summary>Reads the value of <c>--url</c>.</summary>
internal static class WebAddress
{
    public static Uri? Read(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        result.AddError($"--url takes an address such as http://127.0.0.1:8080, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
