using System.CommandLine;
using Overflight.Authority.Documents;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Cli.Verbs.Records;
using Overflight.Notices.Telling;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;

namespace Overflight.Cli.Verbs.Papers;

/// <summary><c>papers notice</c>: a notice goes into the record, and each office gets what it is cleared for.</summary>
internal static class PapersNoticeVerb
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "the notice" };
        var (folder, record, keys, vault, compartmentKeys, format) = (PapersOptions.Folder(), PapersOptions.Record(), RecordOptions.Keys(), PapersOptions.Vault(), VaultOptions.CompartmentKeys(isRequired: false), RecordOptions.Format());
        vault.Description = "the vault that keeps what has a class: a compartment for each class, of the same name";
        var output = new Option<string>("--out") { Description = "a folder that gets a folder for each office; outside the record's", Required = true };
        var language = new Option<string>("--language") { Description = "of what stands around the notice: en or es", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. RecipientFiles.Languages]);
        var command = new Command("notice", "Put a notice into the record, what has a class sealed, and write for each office of its recipient set HTML, PDF, proof and disclosures with what it is cleared for.")
            { id, folder, record, keys, vault, compartmentKeys, output, language, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (path, target) = (parsed.GetValue(record)!, parsed.GetValue(output)!);
            if (KeyFile.IsInside(path, target))
                throw new UserError($"--out {target}: is inside the record's folder, which is there to be shown to everybody; write elsewhere");
            var (documents, problems) = PapersOptions.Read(parsed.GetValue(folder)!);
            var notice = documents.All.OfType<Notice>().Where(n => n.Id == parsed.GetValue(id)).MaxBy(n => n.Version)
                ?? throw new UserError($"there is no notice \"{parsed.GetValue(id)}\" in {parsed.GetValue(folder)}");
            return PapersOptions.WithVault(parsed.GetValue(vault), path, parsed.GetValue(compartmentKeys)!, (opened, _) =>
                RecordOptions.WithRecord(path, parsed.GetValue(keys)!, 0, async writer =>
                {
                    try
                    {
                        var (leaf, offices) = await new NoticeTelling(path, writer, opened, TimeProvider.System).TellAsync(notice, documents, target, parsed.GetValue(language)!, cancellation);
                        Write(notice, leaf, offices, parsed.GetValue(format) == "json");
                        return PapersOptions.CodeOf(problems);
                    }
                    catch (InvalidDataException error)
                    {
                        throw new UserError(error.Message, ExitCode.AnswerIsNo);
                    }
                }));
        });
        return command.WithExamples(
            "overflight papers notice lantern-new papers/ --record lantern/ --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/restricted.key --out notices/",
            "overflight papers notice lantern-new papers/ --record lantern/ --key ~/keys/lantern.key --language es --out avisos/");
    }

    private static void Write(Notice notice, LeafReference leaf, IReadOnlyList<ToldOffice> offices, bool isJson)
    {
        if (!isJson)
        {
            Console.WriteLine($"{notice.Citation} is entry {leaf.Index}.");
            foreach (var office in offices)
                Console.WriteLine($"  {PrintableText.Of(office.Office)}: {office.Readable} parts to read, {office.Sealed} sealed{(office.ShownBy is { } by ? $"; entry {by} says what was opened to it" : "")}  {office.Folder}");
            return;
        }
        JsonLine.Write(json =>
        {
            json.WriteString("notice", notice.Citation);
            json.WriteNumber("index", leaf.Index);
            json.WriteString("leaf", leaf.Leaf.ToBase64Url());
            json.WriteStartArray("offices");
            foreach (var office in offices)
            {
                json.WriteStartObject();
                json.WriteString("office", office.Office);
                json.WriteString("folder", office.Folder);
                json.WriteNumber("readable", office.Readable);
                json.WriteNumber("sealed", office.Sealed);
                if (office.ShownBy is { } by)
                    json.WriteNumber("shownBy", by);
                else
                    json.WriteNull("shownBy");
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }
}
