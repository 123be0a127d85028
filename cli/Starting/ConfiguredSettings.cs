using System.ComponentModel;
using System.Reflection;
using EduAnalytics.Gateway;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Ingest;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Cli.Starting;

/// <summary>
/// Reads sections of the configuration into their option classes. A value of the wrong kind is told like one out of bounds, by
/// its key, what was given and what is allowed, and all of a section at once: the binder itself throws at the first.
/// </summary>
internal static class ConfiguredSettings
{
    /// <exception cref="OptionsValidationException">With every value that is of the wrong kind.</exception>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        var options = new T();
        Bind(configuration, section, options);
        return options;
    }

    /// <inheritdoc cref="Read"/>
    /// <param name="options">Keeps what the section does not name.</param>
    public static void Bind<T>(IConfiguration configuration, string section, T options)
        where T : class
    {
        Require(configuration, section, typeof(T));
        configuration.GetSection(section).Bind(options);
    }

    /// <summary>For what the gateway's services bind themselves, later, and where the first section that is wrong hides the next.</summary>
    /// <exception cref="OptionsValidationException">With every value of those sections that is of the wrong kind, or else out of bounds.</exception>
    public static void RequireGateway(IConfiguration configuration)
    {
        var (gateway, ingest) = (configuration.GetSection(GatewayOptions.Section), configuration.GetSection(IngestOptions.Section));
        Refuse(GatewayOptions.Section, typeof(GatewayOptions), [.. Unreadable(gateway, typeof(GatewayOptions)), .. Unreadable(ingest, typeof(IngestOptions))]);
        Refuse(
            GatewayOptions.Section,
            typeof(GatewayOptions),
            [.. GatewayServices.Faults(Read<GatewayOptions>(configuration, gateway.Path), Read<IngestOptions>(configuration, ingest.Path), Read<AccessOptions>(configuration, AccessOptions.Section))]);
    }

    private static void Require(IConfiguration configuration, string section, Type options) =>
        Refuse(section, options, [.. Unreadable(configuration.GetSection(section), options)]);

    private static void Refuse(string section, Type options, IReadOnlyList<string> failures)
    {
        if (failures.Count > 0)
            throw new OptionsValidationException(section, options, failures);
    }

    private static IEnumerable<string> Unreadable(IConfigurationSection section, Type options)
    {
        foreach (var property in options.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            var (given, kind) = (section.GetSection(property.Name), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            if (IsGroup(kind))
            {
                foreach (var failure in Unreadable(given, kind))
                    yield return failure;
            }
            else if (property.CanWrite && given.Value is { } value && !CanRead(value, property.PropertyType))
            {
                yield return $"{given.Path} is '{value}'; allowed: {AllowedFor(kind)}.";
            }
        }
    }

    /// <summary>An option class within an option class, such as <c>Gateway:Rates</c>.</summary>
    private static bool IsGroup(Type kind) => kind.IsClass && kind.Namespace?.StartsWith(nameof(EduAnalytics), StringComparison.Ordinal) == true;

    /// <summary>By the converter that the binder itself asks.</summary>
    private static bool CanRead(string value, Type type)
    {
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
            return true;
        try
        {
            converter.ConvertFromInvariantString(value);
            return true;
        }
        catch (Exception refusal) when (refusal is ArgumentException or FormatException or NotSupportedException or OverflowException)
        {
            return false;
        }
    }

    private static string AllowedFor(Type kind) => Type.GetTypeCode(kind) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 => $"a whole number of at most {int.MaxValue}",
        TypeCode.Int64 => $"a whole number of at most {long.MaxValue}",
        _ => $"a {kind.Name}",
    };
}
