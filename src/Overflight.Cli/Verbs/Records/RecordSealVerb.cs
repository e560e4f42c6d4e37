using System.CommandLine;
using System.Globalization;
using Overflight.Cli.Running;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record seal</c>: lines of JSON become leaves whose fields nobody reads without a key.</summary>
internal static class RecordSealVerb
{
    public static Command Create()
    {
        var (folder, input, keys, every, format, vault) = (RecordOptions.Folder(), RecordOptions.Lines(), RecordOptions.Keys(), RecordOptions.CheckpointEvery(), RecordOptions.Format(), VaultOptions.Vault());
        var key = new Option<string>("--compartment-key") { Description = "the key file of the compartment that is to keep what opens the fields", Required = true };
        var fields = new Option<string?>("--fields") { Description = "names of the fields to seal, joined by commas; each line must have all of them" };
        var whole = new Option<bool>("--whole") { Description = "seal all of a line, what it is and what it is about included" };
        var marking = new Option<string?>("--marking") { Description = "with --whole: how it is protected, in clear" };
        var authority = new Option<string?>("--release-authority") { Description = "with --whole: who may open it, in clear" };
        var review = new Option<string?>("--review-date") { Description = "with --whole: when that is to be looked at again, YYYY-MM-DD, in clear" };
        var command = new Command("seal", "Append leaves with sealed fields, a JSON object a line; print the index of each once it is durable; sign a checkpoint at the end.")
            { folder, input, keys, vault, key, fields, whole, marking, authority, review, every, format };
        command.SetAction((parsed, cancellation) =>
        {
            var toDraft = parsed.GetValue(whole)
                ? Whole(parsed.GetValue(fields), parsed.GetValue(marking), parsed.GetValue(authority), parsed.GetValue(review))
                : Part(parsed.GetValue(fields), parsed.GetValue(marking) ?? parsed.GetValue(authority) ?? parsed.GetValue(review));
            return VaultOptions.WithVault(parsed.GetValue(vault)!, parsed.GetValue(folder)!, [parsed.GetValue(key)!], (opened, held) =>
                RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, parsed.GetValue(every), record =>
                    RecordOptions.AppendLines(record, parsed.GetValue(input)!, parsed.GetValue(format)!, toDraft, (drafts, token) => opened.SealAsync(record, drafts, held[0].Compartment, token), cancellation)));
        });
        return command.WithExamples(
            "overflight record seal lantern/ --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/crew.key --fields crew,base log.jsonl",
            "overflight record seal lantern/ --key ~/keys/lantern.key --vault ~/vault/ --compartment-key ~/keys/crew.key --whole --marking SECRET --release-authority court.example --review-date 2035-01-01 -");
    }

    private static Func<byte[], LeafDraft> Part(string? fields, string? ofWhole)
    {
        if (ofWhole is not null)
            throw new UserError("--marking, --release-authority and --review-date stand on leaves sealed as a whole: give --whole too");
        var names = VaultOptions.NamesOf(fields) ?? throw new UserError("seal what? Give --fields NAME,... for some fields, or --whole");
        return line => LeafDraft.Parse(line, names);
    }

    private static Func<byte[], LeafDraft> Whole(string? fields, string? marking, string? authority, string? review)
    {
        if (fields is not null)
            throw new UserError("a leaf is sealed in part or as a whole: give --fields or --whole, not both");
        if (marking is null || authority is null || review is null)
            throw new UserError("a leaf that is sealed as a whole says in clear how it is protected and until when: give --marking, --release-authority and --review-date");
        if (!DateOnly.TryParseExact(review, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            throw new UserError($"--review-date \"{review}\" is no date: give YYYY-MM-DD");
        return line => LeafDraft.Parse(line).SealWhole(marking, authority, date);
    }
}
