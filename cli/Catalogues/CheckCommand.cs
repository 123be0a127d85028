using System.CommandLine;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Cli.Catalogues;

/// <summary><c>edu catalogue check FILE</c>: every fault as a sentence with file, line and code.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("path")
        {
            Description = "A directory with a whole catalogue; or one file under any name, which is checked together with the "
                + "catalogue of the program: its entries stand in for those of the same code and beside the others.",
        };
        var command = new Command("check", "Say what is wrong with a catalogue, or that nothing is.") { path };
        command.SetAction(parsed => Run(parsed.GetValue(path)!));
        return command;
    }

    private static int Run(string path)
    {
        var reading = Directory.Exists(path)
            ? CatalogueReader.Read(path)
            : CatalogueReader.ReadWith(CatalogueCommand.ShippedDirectory, path);
        switch (reading)
        {
            case CatalogueReading.Complete complete:
                var catalogue = complete.Catalogue;
                var measures = catalogue.Measures.Count(measure => measure.Derivation is null);
                Console.WriteLine(
                    $"{path}: nothing is wrong. {measures} measures, {catalogue.Indicators.Length} indicators, {catalogue.Standards.Length} standards.");
                return ExitCodes.Ok;
            case CatalogueReading.Faulty faulty:
                return CatalogueCommand.Refuse(faulty);
            default:
                throw new InvalidOperationException($"A reading is complete or faulty, not {reading}.");
        }
    }
}
