using System.Net;
using EduAnalytics.Cli.Starting;
using EduAnalytics.Gateway.Access;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Up;

/// <summary>Who can reach the system, and that nobody does without sign-in but this machine.</summary>
internal static class Exposure
{
    private const string ByThisMachine = "localhost;127.0.0.1;[::1]";
    private const string NamesKey = "AllowedHosts";

    /// <summary>What the configuration and the command line say about sign-in.</summary>
    /// <exception cref="OptionsValidationException">A value cannot be read.</exception>
    public static AccessOptions ReadAccess(IConfigurationManager configuration, UpSettings settings)
    {
        if (settings.SignIn)
            configuration[$"{AccessOptions.Section}:{nameof(AccessOptions.Tokens)}"] = "true";
        return ConfiguredSettings.Read<AccessOptions>(configuration, AccessOptions.Section);
    }

    /// <exception cref="StartRefusedException">Others could reach the system, and everyone would be an administrator.</exception>
    public static void RefuseOpenDoor(IConfiguration configuration, ListenSettings settings, AccessOptions access)
    {
        if (!access.IsSignInRequired && BeyondLoopback(configuration, settings) is { } address)
            throw new StartRefusedException(
                $"Listening at {address} would let in everyone who reaches it, as an administrator. Ask for sign-in: --sign-in for API tokens "
                + "(./edu token create), or Gateway:Access:Authority and Gateway:Access:Audience for an OpenID Connect issuer; or listen on loopback.");
    }

    /// <summary>
    /// By which names in an address the system answers. Without sign-in the name is the fence: a foreign page whose name was
    /// made to point here is refused. With it, the names are what the configuration says, or what follows from where it listens.
    /// </summary>
    public static void LimitNames(IConfigurationManager configuration, ListenSettings settings, AccessOptions access)
    {
        if (!access.IsSignInRequired)
            configuration[NamesKey] = ByThisMachine;
        else if (string.IsNullOrWhiteSpace(configuration[NamesKey]))
            configuration[NamesKey] = settings switch
            {
                { ListensEverywhere: true } => "*",
                { IsLoopback: true } => ByThisMachine,
                _ => $"{ByThisMachine};{new IPEndPoint(settings.Bind!, 0).ToString()[..^2]}",
            };
    }

    /// <summary>The first address beyond this machine's loopback, also where the web server's own configuration names it; null for none.</summary>
    private static string? BeyondLoopback(IConfiguration configuration, ListenSettings settings) =>
        settings.IsLoopback
            ? configuration.GetSection("Kestrel:Endpoints").GetChildren()
                .Select(endpoint => endpoint["Url"])
                .FirstOrDefault(url => url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback))
            : settings.Bind!.ToString();
}
