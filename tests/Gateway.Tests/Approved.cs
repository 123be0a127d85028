using System.Reflection;

namespace EduAnalytics.Gateway.Tests;

/// <summary>Compares with a file that someone has looked at and committed.</summary>
internal static class Approved
{
    private static string Folder { get; } = typeof(Approved).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "ApprovedFolder").Value!;

    /// <summary>A difference leaves what was received beside the approved file: look at it, and rename it if it is meant.</summary>
    public static void Check(string name, string received)
    {
        var file = Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(name)}.approved{Path.GetExtension(name)}");
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved == received)
            return;
        var beside = file.Replace(".approved.", ".received.", StringComparison.Ordinal);
        File.WriteAllText(beside, received);
        Assert.Fail($"{name} is not as approved. Compare {beside} with {file}, and rename it if the change is meant.");
    }
}
