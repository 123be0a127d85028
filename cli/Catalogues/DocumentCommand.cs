using System.CommandLine;
using EduAnalytics.Domain.Catalogues.Documents;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Cli.Catalogues;

/// <summary><c>edu catalogue document</c>: the catalogue as Markdown, <c>docs/indicators.md</c> in the repository.</summary>
internal static class DocumentCommand
{
    public static Command Create()
    {
        var output = new Option<string?>("--output") { Description = "The file to write; without it the document goes to standard output." };
        var directory = new Option<string>("--catalogue")
        {
            Description = "The directory with the catalogue; without it that of the program.",
            DefaultValueFactory = _ => CatalogueCommand.ShippedDirectory,
        };
        var command = new Command("document", "Write the catalogue as one document to read.") { output, directory };
        command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(output)));
        return command;
    }

    private static int Run(string directory, string? output)
    {
        switch (CatalogueReader.Read(directory))
        {
            case CatalogueReading.Complete complete:
                var text = CatalogueDocument.Write(complete.Catalogue);
                if (output is null)
                    Console.Out.Write(text);
                else
                    File.WriteAllText(output, text);
                return ExitCodes.Ok;
            case CatalogueReading.Faulty faulty:
                return CatalogueCommand.Refuse(faulty);
            case var other:
                throw new InvalidOperationException($"A reading is complete or faulty, not {other}.");
        }
    }
}
