using System.CommandLine;
using Overflight.Cli.Records;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Vaults;

namespace Overflight.Cli.Verbs.Records;

/// <summary><c>record hold</c> and <c>record release</c>: stop destruction, and let it go on.</summary>
internal static class RecordHoldVerb
{
    public static Command Create() => Create(
        "hold",
        "Place a legal hold: no vault of the record destroys what it is on until its authority releases it. Print the index of the leaf.",
        (record, target, authority, reason, cancellation) => LegalHolds.PlaceAsync(record, new Hold(target, authority, reason), cancellation)).WithExamples(
            "overflight record hold lantern/ --entry 17 --key ~/keys/lantern.key --authority court.example --reason \"case 12/30\"",
            "overflight record hold lantern/ --about LANTERN1 --key ~/keys/lantern.key --authority court.example --reason \"case 12/30\"");

    public static Command CreateRelease() => Create(
        "release",
        "Release a legal hold: the one on the same entry or subject by the same authority. Print the index of the leaf.",
        (record, target, authority, reason, cancellation) => LegalHolds.ReleaseAsync(record, new Release(target, authority, reason), cancellation)).WithExamples(
            "overflight record release lantern/ --entry 17 --key ~/keys/lantern.key --authority court.example --reason \"case 12/30 is closed\"");

    private static Command Create(string name, string description, Func<RecordWriter, HoldTarget, string, string, CancellationToken, ValueTask<AppendedLeaf>> append)
    {
        var (folder, keys, authority, reason, format) = (RecordOptions.Folder(), RecordOptions.Keys(), VaultOptions.Authority(), VaultOptions.Reason(), RecordOptions.Format());
        authority.Description = "whose hold it is; who releases it gives the same";
        var entry = new Option<long?>("--entry") { Description = "the hold is on this entry" };
        var about = new Option<string?>("--about") { Description = "the hold is on all entries about this subject, past and future" };
        var command = new Command(name, description) { folder, entry, about, keys, authority, reason, format };
        command.SetAction((parsed, cancellation) =>
        {
            var (index, subject) = (parsed.GetValue(entry), parsed.GetValue(about));
            if (index is null == subject is null)
                throw new UserError($"{name} what? Give --entry INDEX for one entry, or --about SUBJECT for all about a subject");
            return RecordOptions.WithRecord(parsed.GetValue(folder)!, parsed.GetValue(keys)!, 0, async record =>
            {
                var target = index is { } at
                    ? HoldTarget.On(new LeafReference(at, (await record.ReadAsync(cancellation)).LeafAt(at).Hash))
                    : HoldTarget.OnSubject(subject!);
                var appended = await append(record, target, parsed.GetValue(authority)!, parsed.GetValue(reason)!, cancellation);
                await record.CheckpointAsync(CancellationToken.None);
                AppendedLines.WriteIndex(appended.Index, parsed.GetValue(format) == "json");
                return ExitCode.Done;
            });
        });
        return command;
    }
}
