using Command.Boards.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Account;

/// <summary>What Identity refuses, in the reader's language.</summary>
internal static class PasswordFaults
{
    public static string Say(IdentityError error, IStringLocalizer<Texts> texts) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordMismatch) => texts["password.wrong"],
        nameof(IdentityErrorDescriber.PasswordTooShort) or nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => texts["password.rules"],
        nameof(IdentityErrorDescriber.DuplicateUserName) => texts["people.fault.NameTaken"],
        nameof(IdentityErrorDescriber.InvalidUserName) => texts["people.fault.NameUnfit"],
        _ => texts["people.fault.NameMissing"],
    };
}
