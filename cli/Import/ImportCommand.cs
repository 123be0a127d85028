using System.CommandLine;
using EduAnalytics.Cli.Catalogues;

namespace EduAnalytics.Cli.Import;

/// <summary><c>edu import FILE</c>: a table file into a running system.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "CSV (UTF-8 or GB18030; comma, tab or semicolon) or XLSX: figures, enrolment events, fitness results or org units." };
        var mapping = new Option<string?>("--mapping") { Description = "A YAML or JSON file that says what the headings do not; docs/import.md tells its keys." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check and show everything, send nothing." };
        var skip = new Option<bool>("--skip-bad-rows") { Description = "Send a file that has problems, without the rows that have them." };
        var orgUnit = new Option<string?>("--org-unit") { Description = "The school, district or city of all rows, for a file that names none." };
        var document = new Option<string?>("--document") { Description = "The document that figures come from; without it the file's name." };
        var url = new Option<Uri>("--url")
        {
            Description = "The address of the running system.",
            DefaultValueFactory = _ => new Uri("http://127.0.0.1:8080"),
            CustomParser = WebAddress.Read,
        };
        var catalogue = new Option<string>("--catalogue")
        {
            Description = "The catalogue that the running system was started with, where it is not that of the program.",
            DefaultValueFactory = _ => CatalogueCommand.ShippedDirectory,
        };
        var token = TokenOption.Create();
        var command = new Command("import", "Check a table file and send it to a running system; a second run of the same file changes nothing.")
        {
            file, mapping, dryRun, skip, orgUnit, document, url, catalogue, token,
        };
        command.SetAction((parsed, cancellationToken) => new ImportRun(
            new ImportSettings(
                parsed.GetValue(file)!,
                parsed.GetValue(mapping),
                parsed.GetValue(url)!,
                parsed.GetValue(catalogue)!,
                parsed.GetValue(orgUnit),
                parsed.GetValue(document),
                parsed.GetValue(dryRun),
                parsed.GetValue(skip),
                parsed.GetValue(token)),
            TimeProvider.System,
            Console.Out,
            Console.Error).Run(cancellationToken));
        return command;
    }
}
