using System.CommandLine;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Cli.Catalogues;

/// <summary><c>edu catalogue</c>: for those who maintain measures, indicators and standards.</summary>
internal static class CatalogueCommand
{
    public static Command Create() => new("catalogue", "Check the files of measures, indicators and standards, or write them as one document.")
    {
        CheckCommand.Create(),
        DocumentCommand.Create(),
    };

    /// <summary>The catalogue that the program was built with.</summary>
    internal static string ShippedDirectory => Path.Combine(AppContext.BaseDirectory, "catalogue");

    internal static int Refuse(CatalogueReading.Faulty faulty)
    {
        foreach (var error in faulty.Errors)
            Console.Error.WriteLine(error);
        return ExitCodes.Refused;
    }
}
